// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Writes a record: integers and texts, as {@link RecordReader} reads them. */
final class RecordWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    RecordWriter integer(long value) {
        for (int shift = 0; shift < 64; shift += 8) {
            bytes.write((int) (value >>> shift));
        }
        return this;
    }

    RecordWriter string(String text) {
        byte[] utf8 = utf8(text);
        integer(utf8.length);
        bytes.write(utf8, 0, utf8.length);
        return this;
    }

    /** A record inside a record: its length, then itself. */
    RecordWriter bytes(byte[] record) {
        integer(record.length);
        bytes.write(record, 0, record.length);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** Text as UTF-8; half a surrogate pair is refused, not replaced. */
    static byte[] utf8(String text) {
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[buffer.remaining()];
            buffer.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the text holds half a surrogate pair", e);
        }
    }
}
