package org.cityapi.web.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTest {

    private static final Clients CLIENTS = new Clients(new ProxySettings(
            List.of(AddressRange.of("10.0.0.0/8"), AddressRange.of("2001:db8:1::/48"), AddressRange.of("192.0.2.1")),
            Forwarding.X_FORWARDED));

    private static final Clients BY_STANDARD =
            new Clients(new ProxySettings(List.of(AddressRange.of("10.0.0.0/8")), Forwarding.FORWARDED));

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            203.0.113.9;  -;                                      203.0.113.9
            203.0.113.9;  198.51.100.7;                           203.0.113.9
            10.1.2.3;     -;                                      10.1.2.3
            10.1.2.3;     198.51.100.7;                           198.51.100.7
            10.1.2.3;     1.1.1.1, 198.51.100.7;                  198.51.100.7
            10.1.2.3;     1.1.1.1, 198.51.100.7, 192.0.2.1;       198.51.100.7
            10.1.2.3;     10.9.9.9, 192.0.2.1;                    10.9.9.9
            10.1.2.3;     198.51.100.7:4711;                      198.51.100.7
            10.1.2.3;     2001:db8:2::7;                          2001:db8:2:0:0:0:0:7
            10.1.2.3;     [2001:db8:2::7]:4711;                   2001:db8:2:0:0:0:0:7
            10.1.2.3;     ::ffff:198.51.100.7;                    198.51.100.7
            2001:db8:1::5;198.51.100.7;                           198.51.100.7
            2001:db8:3::5;198.51.100.7;                           2001:db8:3:0:0:0:0:5
            192.0.2.2;    198.51.100.7;                           192.0.2.2
            10.1.2.3;     198.51.100.7, unknown;                  10.1.2.3
            10.1.2.3;     198.51.100.7, 192.0.2.1, localhost;     10.1.2.3
            10.1.2.3;     198.51.100.7, evil.example, 192.0.2.1;  192.0.2.1
            10.1.2.3;     ,,;                                     10.1.2.3
            10.1.2.3;     [;                                      10.1.2.3
            10.1.2.3;     999.1.1.1;                              10.1.2.3
            """)
    void theRightMostAddressThatIsNotTrustedIsTheClients(String peer, String said, String client) {
        HttpRequest<?> request = said == null ? from(peer) : from(peer, "X-Forwarded-For", said);
        assertThat(CLIENTS.address(request).getHostAddress()).isEqualTo(client);
        assertThat(CLIENTS.address(request).getHostAddress()).isEqualTo(client);
    }

    @Test
    void severalLinesAreOneList() {
        HttpRequest<?> request = from("10.1.2.3", "X-Forwarded-For", "1.1.1.1", "X-Forwarded-For", "198.51.100.7");
        assertThat(CLIENTS.address(request).getHostAddress()).isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            for=198.51.100.7                                     | 198.51.100.7
            for=1.1.1.1, proto=https; FOR="198.51.100.7:80";by=x | 198.51.100.7
            for="[2001:db8:2::7]:4711"                           | 2001:db8:2:0:0:0:0:7
            for=_hidden                                          | 10.1.2.3
            by=198.51.100.7                                      | 10.1.2.3
            """)
    void theStandardsHeaderIsReadWhereProxiesWriteIt(String said, String client) {
        HttpRequest<?> request = from("10.1.2.3", "Forwarded", said, "X-Forwarded-For", "33.0.0.1");
        assertThat(BY_STANDARD.address(request).getHostAddress()).isEqualTo(client);
        assertThat(BY_STANDARD.address(from("203.0.113.9", "Forwarded", said)).getHostAddress())
                .isEqualTo("203.0.113.9");
        assertThat(CLIENTS.address(from("10.1.2.3", "Forwarded", said)).getHostAddress())
                .as("a client's own word")
                .isEqualTo("10.1.2.3");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:3:4:5:6:7:8, 2001:db8:3:4::/64",
        "2001:db8:3:4::1, 2001:db8:3:4::/64",
        "2001:db8:3:5::1, 2001:db8:3:5::/64"
    })
    void aClientIsNamedByItsAddressOrItsNetwork(String peer, String name) {
        assertThat(CLIENTS.name(from(peer))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, 11.0.0.0",
        "10.128.0.0/9, 10.128.0.1, 10.127.255.255",
        "192.0.2.129/25, 192.0.2.200, 192.0.2.1",
        "0.0.0.0/0, 203.0.113.9, ::1",
        "::/0, 2001:db8::1, 203.0.113.9",
        "2001:db8::/33, 2001:db8:7fff::, 2001:db8:8000::",
        "127.0.0.1, 127.0.0.1, 127.0.0.2",
        "::1, ::1, ::2"
    })
    void aRangeHoldsWhatBeginsAsItDoes(String range, String inside, String outside) throws UnknownHostException {
        assertThat(AddressRange.of(range).contains(InetAddress.getByName(inside)))
                .isTrue();
        assertThat(AddressRange.of(range).contains(InetAddress.getByName(outside)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "::/129", "10.0.0/8", "10.0.0.0/", "10.0.0.0/-1", "1.2.3.4/٨"})
    void whatIsNoRangeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.of(text));
    }

    private static HttpRequest<?> from(String peer, String... headers) {
        var request = HttpRequest.GET("/");
        for (int i = 0; i < headers.length; i += 2) {
            request.getHeaders().add(headers[i], headers[i + 1]);
        }
        return new HttpRequestWrapper<>(request) {
            @Override
            public InetSocketAddress getRemoteAddress() {
                try {
                    return new InetSocketAddress(InetAddress.getByName(peer), 1);
                } catch (UnknownHostException e) {
                    throw new IllegalStateException(Arrays.toString(headers), e);
                }
            }
        };
    }
}
