package org.santral.server.directory.outside.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Which addresses a request may go to. Loopback, link-local and the addresses at which clouds tell machines
/// their secrets are refused, whatever name leads there, unless the administrator allowed the host by name.
public final class Addresses {
    private static final Set<String> METADATA = Set.of(
            "169.254.169.254",
            "169.254.170.2",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192",
            "fd00:ec2:0:0:0:0:0:254",
            "fd20:ce:0:0:0:0:0:254");

    private final Set<String> allowed;
    private final Resolver resolver;

    /// @param allowed hosts as they stand in URLs
    public Addresses(List<String> allowed) {
        this(allowed, InetAddress::getAllByName);
    }

    Addresses(List<String> allowed, Resolver resolver) {
        this.allowed = allowed.stream().map(Addresses::plain).collect(Collectors.toUnmodifiableSet());
        this.resolver = resolver;
    }

    /// From a name to addresses.
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /// What a host resolves to now, all of it allowed: who connects must connect to one of these and not
    /// resolve again.
    ///
    /// @throws RefusedAddress when one of them is not allowed
    public InetAddress[] of(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        if (!allowed.contains(plain(host))) {
            for (InetAddress address : addresses) {
                if (isRefused(address)) {
                    throw new RefusedAddress(host, address);
                }
            }
        }
        return addresses;
    }

    private static String plain(String host) {
        return host.strip().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "").replaceFirst("\\.$", "");
    }

    static boolean isRefused(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || METADATA.contains(address.getHostAddress().replaceFirst("%.*", ""))) {
            return true;
        }
        byte[] octets = address.getAddress();
        return switch (address) {
            // 0.0.0.0/8 means this machine to some systems; 255.255.255.255 is everybody.
            case Inet4Address four -> octets[0] == 0 || (octets[0] & 0xff) >= 224;
            case Inet6Address six -> isRefusedInside(octets);
            default -> true;
        };
    }

    /// An IPv4 address inside an IPv6 one: mapped and compatible, NAT64 (RFC 6052), 6to4 (RFC 3056).
    private static boolean isRefusedInside(byte[] six) {
        boolean leadingZeros = true;
        for (int i = 0; i < 10; i++) {
            leadingZeros &= six[i] == 0;
        }
        boolean nat64 = six[0] == 0 && six[1] == 0x64 && (six[2] & 0xff) == 0xff && (six[3] & 0xff) == 0x9b;
        if (leadingZeros || nat64) {
            return isRefused(Arrays.copyOfRange(six, 12, 16));
        }
        boolean sixToFour = six[0] == 0x20 && six[1] == 0x02;
        return sixToFour && isRefused(Arrays.copyOfRange(six, 2, 6));
    }

    private static boolean isRefused(byte[] four) {
        try {
            return isRefused(InetAddress.getByAddress(four));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("four octets are an address", e);
        }
    }
}
