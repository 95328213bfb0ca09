#!/bin/sh
# SPDX-License-Identifier: MIT
# check-pages.sh - pages and explanations: complete, and Chinese where Chinese.
: "${srcdir:=.}"
. "$srcdir/tests/tap.sh"

scratch
made=$scratch

# What may be Latin in Chinese text: codes, ids, units, sources, the foot.
without_codes() {
    LC_ALL=C.UTF-8 sed -e 's/`[^`]*`//g' -e 's/〔[^〕]*〕//g' -e 's/“[^”]*”//g' \
        -e 's/\[[a-z0-9_.]*\]//g' -e 's/[（(][a-z0-9_.]*[）)]//g' \
        -e '/^依据规则库/d' -e '/依据文件/,/^# /d' \
        -e 's/[A-E]类//g' -e 's/[B-E]、//g' -e 's/产品[A-E]//g' \
        -e 's/ASM-[0-9][0-9]*//g' -e 's/[0-9] m2//g' -e 's/ CNY//g'
}

no_latin() {
    without_codes <"$2" | grep -n '[A-Za-z]' >"$made/latin"
    comment <"$made/latin"
    if [ -s "$made/latin" ]; then fail "$1"; else pass "$1"; fi
}

awk '/^```json$/ { p = 1; next } /^```$/ { p = 0 } p' \
    "$srcdir/doc/rulebook.md" >"$made/guide.json"
holds "the rulebook of the guide is sound, with its examples" \
    ./examples/pages en "$made/guide.json"
holds "the small rulebook of the tests is told" \
    ./examples/pages zh "$srcdir/tests/rulebooks/harbour.json"

./examples/pages zh >"$made/zh" && ./examples/pages en >"$made/en"
parts=$(grep -c '^# ' "$made/en")
schemes=$(sed -n '/^  "schemes": {/,/^  }/p' "$srcdir/rulebooks/beijing.json" |
    grep -c '^    "[a-z_]*": {')
if [ "$parts" -ge "$schemes" ] && [ "$schemes" -ge 20 ]; then
    pass "every scheme has a page"
else
    echo "# $parts pages, $schemes schemes"
    fail "every scheme has a page"
fi
sh "$srcdir/examples/write-pages.sh" "$made/pages"
written=$(find "$made/pages" -name '*.md' | wc -l)
if [ "$written" -eq $((2 * parts)) ]; then
    pass "every part is written to a file in both languages"
else
    echo "# $written files, $parts parts"
    fail "every part is written to a file in both languages"
fi
cat "$made"/pages/zh/*.md | grep . | LC_ALL=C sort >"$made/apart"
grep . "$made/zh" | LC_ALL=C sort >"$made/together"
holds "the files hold what the pages say" cmp "$made/apart" "$made/together"
for page in "$made"/pages/*/*.md; do
    sed -e '/^## 依据文件/,$d' -e '/^## Sources/,$d' "$page" |
        tr -c 'a-z0-9-' '\n' | grep -E '^(seed-[0-9]+|p[0-9][0-9])$' |
        sort -u >"$made/named"
    sed -n 's/^- \([a-z0-9-]*\)[：:].*/\1/p' "$page" | sort -u >"$made/listed"
    comm -23 "$made/named" "$made/listed" | sed "s|^|# $page names |"
done >"$made/unlisted"
cat "$made/unlisted"
holds "every source that a page names is listed on it" \
    sh -c '! test -s "$1"' - "$made/unlisted"
no_latin "pages in Chinese hold no Latin word but codes and units" "$made/zh"

# Figures that a reader of the documents looks for.
while read -r part figure; do
    ./examples/pages zh - "$part" >"$made/page"
    holds "the page of $part says $figure" grep -q "$figure" "$made/page"
done <<TXT
medical_aid 200653.00
medical_aid 100653.00
hospital_allowance 2015-07-01
hospital_allowance 40.00
hospital_allowance 80.00
non_work_accident 20000.00
hospital_allowance 最高7200元
hospital_allowance.contribution 60.00
non_work_accident 5000.00
non_work_accident 10%
non_work_accident 3000.00
non_work_accident 2009-08-01
non_work_accident 2015-07-01
non_work_accident 2016-01-01
non_work_accident 《火灾事故认定书》
medical_aid 20%
medical_aid 90%
critical_illness 10000.00
critical_illness.contribution 40.00
child_accident 20000.00
child_accident 最多可参保4份
child_accident.contribution 50.00
womens_illness 15000.00
womens_illness 最高1万元/份
womens_illness 一九九七年三月
womens_illness.contribution 25.00
womens_illness.contribution 40.00
accident_cover 最高108800元
accident_cover 最高88800元
accident_cover.contribution 100.00
composite_a 附加身故
composite_b 住院津贴
additional_death 10000.00
covid_condolence 40000.00
covid_condolence 50000.00
covid_condolence 100000.00
daxing_relief 50000.00
daxing_relief 5000—10000元
medical_special_help 6.4%
changping_relief 50000.00
womens_day_condolence 4164人
day_care_accident 2975名
social_worker_package 1463名
recuperation_accident 988名
winter_olympics_cover 20000名
truck_driver_cover 货车司机互助保
second_relief 二次
daily_mutual_help 互助互济
association_membership.contribution 10.00
startup_loan.limit 500000.00
TXT

for text in "$srcdir"/tests/golden/*/zh.txt; do
    cat "$text"
done >"$made/explained"
no_latin "explanations in Chinese hold no Latin word but codes and units" \
    "$made/explained"
grep -n '[^ -~]' "$srcdir"/tests/golden/*/en.txt |
    grep -v '→' | grep -v ':  [a-z0-9-]*: ' | head -n 3 >"$made/chinese"
comment <"$made/chinese"
if [ -s "$made/chinese" ]; then
    fail "explanations in English hold no Chinese but titles of sources"
else
    pass "explanations in English hold no Chinese but titles of sources"
fi

finish
