package dev.retinue.accounts;

import io.netty.util.NetUtil;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where requests come from, as far as it tells one customer of a network from another. */
class Address {

    private static final int IPV6_BYTES = 16;

    /** What one customer has, of which every host takes as many as it likes (RFC 6177). */
    private static final int IPV6_NETWORK_BYTES = 8;

    private Address() {}

    static String of(RoutingContext context) {
        return network(context.request().remoteAddress().hostAddress());
    }

    /** An address of IPv4, the /64 of one of IPv6; a text that is neither, which a proxy may send, stands for itself. */
    static String network(String text) {
        var bytes = text == null ? null : NetUtil.createByteArrayFromIpAddressString(text);
        if (bytes == null) {
            return String.valueOf(text);
        }
        try {
            var address = InetAddress.getByAddress(bytes);
            return address.getAddress().length < IPV6_BYTES ? address.getHostAddress() : network(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has 4 or 16 bytes", e);
        }
    }

    private static String network(byte[] address) throws UnknownHostException {
        Arrays.fill(address, IPV6_NETWORK_BYTES, IPV6_BYTES, (byte) 0);
        return InetAddress.getByAddress(address).getHostAddress() + "/64";
    }
}
