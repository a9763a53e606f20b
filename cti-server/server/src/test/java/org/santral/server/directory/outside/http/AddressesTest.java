package org.santral.server.directory.outside.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private final Addresses addresses = new Addresses(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.3",
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "169.254.1.1",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "ff02::1",
                "fd00:ec2::254",
                "fd20:ce::254",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1"
            })
    void anAddressThatIsThisMachineOrTellsItsSecretsIsRefused(String address) {
        assertThatThrownBy(() -> addresses.of(address))
                .isInstanceOf(RefusedAddress.class)
                .hasMessageContaining("refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.5",
                "192.168.1.20",
                "172.16.0.1",
                "93.184.215.14",
                "2001:db8::5",
                "fd00::5",
                "2002:a00:1::"
            })
    void anAddressOfTheHouseOrOfTheWorldIsNot(String address) throws UnknownHostException {
        assertThat(addresses.of(address)).hasSize(1);
    }

    @Test
    void oneBadAddressAmongGoodOnesIsEnough() {
        Addresses both =
                new Addresses(List.of(), host -> new InetAddress[] {address("10.0.0.5"), address("169.254.169.254")});

        assertThatThrownBy(() -> both.of("crm.example.com"))
                .isInstanceOf(RefusedAddress.class)
                .hasMessageContaining("crm.example.com leads to 169.254.169.254");
    }

    @Test
    void whoIsAllowedByNameIsAllowedUnderThatNameOnly() throws UnknownHostException {
        Addresses allowing =
                new Addresses(List.of("CRM.localdomain"), host -> new InetAddress[] {address("127.0.0.1")});

        assertThat(allowing.of("crm.localdomain.")).containsExactly(address("127.0.0.1"));
        assertThatThrownBy(() -> allowing.of("127.0.0.1")).isInstanceOf(RefusedAddress.class);
        assertThatThrownBy(() -> allowing.of("crm.localdomain.example.com")).isInstanceOf(RefusedAddress.class);
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }
}
