package org.cityapi.auth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where the local provider listens, and how it comes and goes. */
class LocalProviderTest {

    private static LocalProvider provider;

    @BeforeAll
    static void start() {
        provider = LocalProvider.start(0);
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void itListensOnTheLoopbackOnly() throws Exception {
        int port = URI.create(provider.issuer()).getPort();
        for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : card.inetAddresses().toList()) {
                if (address.isLoopbackAddress()) {
                    assertThatCode(() -> connect(address, port)).doesNotThrowAnyException();
                } else {
                    assertThatThrownBy(() -> connect(address, port)).isInstanceOf(IOException.class);
                }
            }
        }
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 5_000);
        }
    }

    @Test
    void aTakenPortIsToldInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatIllegalStateException()
                    .isThrownBy(() -> LocalProvider.start(port))
                    .withMessage("The local identity provider cannot listen on port " + port
                            + " of this machine: the port is taken");
        }
    }

    @Test
    void itHoldsNoProcessAlive() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (LocalProvider second = LocalProvider.start(0)) {
            assertThat(second.issuer()).isNotEqualTo(provider.issuer());
            Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
            started.removeAll(before);
            assertThat(started).isNotEmpty().allMatch(Thread::isDaemon);
        }
    }

    @Test
    void itsPortIsFreeOnceItIsClosed() {
        LocalProvider second = LocalProvider.start(0);
        int port = URI.create(second.issuer()).getPort();
        second.close();
        assertThatThrownBy(() -> connect(InetAddress.getLoopbackAddress(), port))
                .isInstanceOf(ConnectException.class);
        LocalProvider.start(port).close();
    }
}
