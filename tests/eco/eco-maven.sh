# SPDX-License-Identifier: MIT
# eco-maven.sh - Maven installs jar, sources and manual, twice the same bytes,
# and a program finds the jar by its coordinates.
. "$srcdir/tests/java/java.sh"
command -v mvn >/dev/null || skip_all 'mvn is not found (Debian: apt install maven)'
scratch
version=$(sed -n 's/.*MUTAID_VERSION "\(.*\)".*/\1/p' \
    "$srcdir/include/mutualaid/version.h")
repository=$scratch/repository
artifact=$repository/org/mutualaid/mutualaid/$version/mutualaid-$version

# maven FOLDER GOAL..: with a repository of its own.
maven() {
    folder=$1
    shift
    (cd "$folder" && mvn -q -B -Dmaven.repo.local="$repository" "$@")
}
sums() {
    (cd "${artifact%/*}" && sha256sum -- *.jar)
}

holds 'make maven lays out a project' "${MAKE:-make}" maven
holds 'mvn install builds and installs it' maven java/maven install
for kind in '' -sources -javadoc; do
    holds "mutualaid-$version$kind.jar is installed" \
        test -s "$artifact$kind.jar"
done
sums >"$scratch/first"
sleep 2
holds 'it can be built again' \
    maven java/maven -Dmaven.test.skip=true clean install
sums >"$scratch/second"
holds 'a second build gives the same bytes' \
    sh -c "test -s '$scratch/first' &&
        diff '$scratch/first' '$scratch/second'"

mkdir -p "$scratch/use/src/main/java"
cp "$srcdir/examples/java/Hello.java" "$scratch/use/src/main/java/"
cat >"$scratch/use/pom.xml" <<EOF
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>use</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.source>8</maven.compiler.source>
    <maven.compiler.target>8</maven.compiler.target>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>org.mutualaid</groupId>
      <artifactId>mutualaid</artifactId>
      <version>$version</version>
    </dependency>
  </dependencies>
</project>
EOF
holds 'a project that names it compiles' maven "$scratch/use" compile
"$JAVA" -cp "$scratch/use/target/classes:$artifact.jar" Hello \
    >"$scratch/out" 2>&1
holds 'and decides' grep -q 360.00 "$scratch/out"
finish
