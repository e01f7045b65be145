package org.cityapi.bootstrap;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection that asks for one path after the other, and knows when an answer is whole. */
final class LoadConnection {

    /** Instead of a wait: the answer is not whole yet. */
    static final long UNFINISHED = -2;

    /** Instead of a wait: the answer was 503. */
    static final long REFUSED = -1;

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *([0-9]+)", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 1 << 16;

    private final SocketChannel channel;
    private final List<byte[]> requests;
    private final ByteBuffer head = ByteBuffer.allocate(HEAD);
    private int next;
    private long asked;

    /** Bytes of the body that are still to come; negative while the head is not whole. */
    private long missing;

    private boolean refused;

    private LoadConnection(SocketChannel channel, List<byte[]> requests, int first) {
        this.channel = channel;
        this.requests = requests;
        this.next = first;
    }

    static LoadConnection open(Selector selector, int port, List<byte[]> requests, int first) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("localhost", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        LoadConnection connection = new LoadConnection(channel, requests, first);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    void ask() throws IOException {
        ByteBuffer request = ByteBuffer.wrap(requests.get(next++ % requests.size()));
        head.clear();
        missing = -1;
        asked = System.nanoTime();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    void close() throws IOException {
        channel.close();
    }

    /** Reads what has come; gives the nanoseconds since it was asked for, once it is whole. */
    long read() throws IOException {
        while (missing != 0) {
            int read = channel.read(head);
            if (read < 0) {
                throw new EOFException();
            }
            if (read == 0) {
                return UNFINISHED;
            }
            if (missing > 0) {
                missing -= read;
                head.clear();
            } else {
                readHead();
            }
        }
        return refused ? REFUSED : System.nanoTime() - asked;
    }

    private void readHead() throws IOException {
        int end = endOfHead();
        if (end < 0) {
            return;
        }
        String text = new String(head.array(), 0, end, StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        refused = text.startsWith("HTTP/1.1 503");
        if (!length.find() || !(refused || text.startsWith("HTTP/1.1 200") || text.startsWith("HTTP/1.1 201"))) {
            throw new IOException("Not an answer that is measured: " + text);
        }
        missing = end + Long.parseLong(length.group(1)) - head.position();
        head.clear();
    }

    /** Where the body begins; negative when that has not come yet. */
    private int endOfHead() {
        byte[] bytes = head.array();
        for (int at = 3; at < head.position(); at++) {
            if (bytes[at] == '\n' && bytes[at - 1] == '\r' && bytes[at - 2] == '\n' && bytes[at - 3] == '\r') {
                return at + 1;
            }
        }
        return -1;
    }
}
