// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes one thing after the other out of a record: integers (8 bytes, least
 * significant first) and texts (the length as an integer, then UTF-8).
 */
final class RecordReader {
    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    private final ByteBuffer bytes;

    RecordReader(byte[] record) {
        bytes = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
    }

    long integer() {
        return bytes.getLong();
    }

    /** A number that is known to be small. */
    int small() {
        return Math.toIntExact(bytes.getLong());
    }

    boolean flag() {
        return bytes.getLong() != 0;
    }

    String string() {
        byte[] text = new byte[small()];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    Text text() {
        String zh = string();
        return new Text(zh, string());
    }

    /** A number of 128 bits: upper half with the sign, lower half. */
    BigInteger wide() {
        BigInteger high = BigInteger.valueOf(integer());
        BigInteger low = BigInteger.valueOf(integer());
        return high.shiftLeft(64).add(low.signum() < 0 ? low.add(TWO_64) : low);
    }

    /** A list: how many, then each. */
    <T> List<T> many(Supplier<T> read) {
        int count = small();
        List<T> list = new ArrayList<>(Math.min(count, 4096));
        for (int i = 0; i < count; i++) {
            list.add(read.get());
        }
        return Collections.unmodifiableList(list);
    }

    /** The member of a list whose place comes next, or null for nothing. */
    <T> T oneOf(List<T> list) {
        int index = small();
        return index < 0 ? null : list.get(index);
    }

    boolean isAtEnd() {
        return !bytes.hasRemaining();
    }
}
