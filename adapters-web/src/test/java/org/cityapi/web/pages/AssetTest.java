package org.cityapi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import org.junit.jupiter.api.Test;

class AssetTest {

    private final Asset asset = Asset.read("style.css", "text/css");

    /** A buffer that is not direct is copied for each answer that waits to be read; one that is, is not. */
    @Test
    void allAnswersShareTheBytesAndNoneLetsThemGo() {
        for (ByteBuf first : new ByteBuf[] {asset.plain(), asset.gzipped()}) {
            assertThat(first.isDirect()).isTrue();
            assertThat(first.isReadOnly()).isTrue();
            assertThat(first.release()).isFalse();
        }
        ByteBuf one = asset.plain();
        int length = one.readableBytes();
        assertThat(length).isPositive();
        one.skipBytes(length);
        assertThat(asset.plain().readableBytes()).isEqualTo(length);
    }
}
