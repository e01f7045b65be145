package org.cityapi.web.client;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An IP address, or all that begin as it does (RFC 4632, RFC 4291): {@code 10.0.0.0/8}, {@code 2001:db8::/32}. */
public final class AddressRange {

    private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f.:]{2,45})(?:/([0-9]{1,3}))?");

    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /** @throws IllegalArgumentException when the text is neither an address nor a range */
    public static AddressRange of(String text) {
        Matcher form = FORM.matcher(text);
        InetAddress address = form.matches() ? addressOf(form.group(1)) : null;
        if (address == null) {
            throw new IllegalArgumentException(text + " is neither an IP address nor a range like 10.0.0.0/8");
        }
        byte[] network = address.getAddress();
        int all = network.length * Byte.SIZE;
        int bits = form.group(2) == null ? all : Integer.parseInt(form.group(2));
        if (bits > all) {
            throw new IllegalArgumentException(text + " has more than " + all + " bits");
        }
        return new AddressRange(network, bits);
    }

    /** The address that a text writes; null for anything else. No name is looked up. */
    static @Nullable InetAddress addressOf(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address of " + bytes.length + " bytes", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != network.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (other[i] != network[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || (other[whole] ^ network[whole]) >> (Byte.SIZE - rest) == 0;
    }

    @Override
    public String toString() {
        return NetUtil.bytesToIpAddress(network) + "/" + bits;
    }
}
