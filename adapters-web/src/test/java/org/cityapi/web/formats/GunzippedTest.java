package org.cityapi.web.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class GunzippedTest {

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] packed(String content) {
        return packed(content.getBytes(UTF_8));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(byte[] file) throws IOException {
        try (InputStream in = new Gunzipped(new ByteArrayInputStream(file))) {
            byte[] content = in.readAllBytes();
            assertThat(in.available()).isZero();
            return content;
        }
    }

    private static String text(byte[] file) throws IOException {
        return new String(unpacked(file), UTF_8);
    }

    @Test
    void membersAreReadOneAfterTheOther() throws IOException {
        Random random = new Random(7);
        byte[] first = new byte[200_000];
        random.nextBytes(first);
        byte[] second = new byte[70_000];
        byte[] third = "third".getBytes(UTF_8);
        byte[] file = joined(packed(first), packed(new byte[0]), packed(second), packed(third));
        assertThat(unpacked(file)).isEqualTo(joined(first, second, third));
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(file)) {
            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                return super.read(target, from, Math.min(length, 1 + random.nextInt(3)));
            }
        };
        assertThat(new Gunzipped(slow).readAllBytes()).isEqualTo(joined(first, second, third));
    }

    @Test
    void aFileThatBreaksOffAnywhereButBetweenMembersIsNoWholeOne() throws IOException {
        byte[] first = packed("first");
        byte[] file = joined(first, packed("second"));
        for (int length = 0; length < file.length; length++) {
            byte[] part = Arrays.copyOf(file, length);
            if (length == first.length) {
                assertThat(text(part)).isEqualTo("first");
            } else {
                assertThatThrownBy(() -> unpacked(part))
                        .as("%d bytes", length)
                        .isInstanceOfAny(EOFException.class, ZipException.class);
            }
        }
    }

    @Test
    void whoReadsOnIsToldTheSameAgain() throws IOException {
        byte[] whole = packed("content");
        for (int less : new int[] {1, 4, 8}) {
            InputStream in = new Gunzipped(new ByteArrayInputStream(whole, 0, whole.length - less));
            assertThatThrownBy(in::readAllBytes).isInstanceOf(EOFException.class);
            assertThatThrownBy(in::read).isInstanceOf(EOFException.class);
            in.close();
        }
    }

    @Test
    void whatIsNoMemberBehindOneIsRefused() {
        byte[] first = packed("first");
        for (byte[] rest : new byte[][] {{1}, {0x1F}, {0x1F, 0x1F}, {0, 0, 1}, "name,country".getBytes(UTF_8)}) {
            assertThatThrownBy(() -> unpacked(joined(first, rest)))
                    .as(Arrays.toString(rest))
                    .isInstanceOfAny(EOFException.class, ZipException.class);
        }
        for (int at : new int[] {0, 1, 2, 3}) {
            byte[] second = packed("second");
            second[at] ^= 0x40;
            assertThatThrownBy(() -> unpacked(joined(first, second))).isInstanceOf(ZipException.class);
        }
    }

    @Test
    void zerosFillUpTheLastBlock() throws IOException {
        assertThat(text(joined(packed("first"), new byte[512]))).isEqualTo("first");
        assertThat(text(joined(packed("first"), new byte[100_000]))).isEqualTo("first");
    }

    @Test
    void wrongSumsAndLengthsAreFound() {
        byte[] whole = packed("some text, twice: some text");
        for (int behind = 1; behind <= 8; behind++) {
            byte[] damaged = whole.clone();
            damaged[whole.length - behind] ^= 1;
            assertThatThrownBy(() -> unpacked(damaged)).isInstanceOf(ZipException.class);
        }
    }

    @Test
    void headersMayHaveNameCommentFurtherFieldsAndASumOfTheirOwn() throws IOException {
        byte[] plain = packed("content");
        byte[] body = Arrays.copyOfRange(plain, 10, plain.length);
        byte[] header = joined(
                new byte[] {0x1F, (byte) 0x8B, 8, 0x1F, 1, 2, 3, 4, 0, 3},
                new byte[] {3, 0, 'a', 'b', 'c'},
                "cities.csv\0".getBytes(UTF_8),
                "a comment\0".getBytes(UTF_8));
        CRC32 sum = new CRC32();
        sum.update(header);
        byte[] check = {(byte) sum.getValue(), (byte) (sum.getValue() >> 8)};
        assertThat(text(joined(header, check, body))).isEqualTo("content");
        check[1] ^= 1;
        assertThatThrownBy(() -> unpacked(joined(header, check, body))).isInstanceOf(ZipException.class);
    }
}
