package org.cityapi.web.tls;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpVersion;
import io.micronaut.http.ssl.SslBuilder;
import io.micronaut.http.ssl.SslConfiguration;
import io.micronaut.http.ssl.SslConfigurationException;
import java.security.KeyStore;
import java.util.Optional;

/** Reads PEM files as Micronaut's server will read them. */
final class PemFiles extends SslBuilder<KeyStore> {

    PemFiles() {
        super(new ResourceResolver());
    }

    /** @throws SslConfigurationException when they cannot be understood */
    KeyStore load(TlsFiles files) {
        SslConfiguration configuration = new SslConfiguration();
        configuration.getKeyStore().setCertificatePath(TlsFiles.location(files.certificate()));
        configuration.getKeyStore().setKeyPath(TlsFiles.location(files.key()));
        return build(configuration).orElseThrow();
    }

    @Override
    public Optional<KeyStore> build(SslConfiguration configuration) {
        try {
            return getKeyStore(configuration);
        } catch (Exception e) {
            throw new SslConfigurationException(e);
        }
    }

    @Override
    public Optional<KeyStore> build(SslConfiguration configuration, HttpVersion version) {
        return build(configuration);
    }
}
