package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.cityapi.web.BadInputContract;
import org.cityapi.web.ChangingListContract;
import org.cityapi.web.Client;
import org.cityapi.web.CountriesContract;
import org.cityapi.web.DocsContract;
import org.cityapi.web.ExportContract;
import org.cityapi.web.ImportContract;
import org.cityapi.web.LargeExportContract;
import org.cityapi.web.LimitsContract;
import org.cityapi.web.ListingContract;
import org.cityapi.web.MeContract;
import org.cityapi.web.MetricsContract;
import org.cityapi.web.PathTricksContract;
import org.cityapi.web.PreferencesContract;
import org.cityapi.web.ProblemsContract;
import org.cityapi.web.ReadingContract;
import org.cityapi.web.RefusalOrderContract;
import org.cityapi.web.RunningRegister;
import org.cityapi.web.SearchContract;
import org.cityapi.web.SecurityHeadersContract;
import org.cityapi.web.TokenRefusalsContract;
import org.cityapi.web.TokensContract;
import org.cityapi.web.UserRefusalsContract;
import org.cityapi.web.UsersContract;
import org.cityapi.web.VersionOneContract;
import org.cityapi.web.VersionOneRefusalsContract;
import org.cityapi.web.WalkContract;
import org.cityapi.web.WhoMayWhatContract;
import org.cityapi.web.WritingContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the whole register does over HTTP, on whatever database: as the web module alone does over memory. */
abstract class HttpContracts {

    /** A register with nothing in it but these settings, on a database of its own. */
    abstract RunningRegister start(String... settings);

    @Nested
    class BadInput extends BadInputContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class ChangingList extends ChangingListContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class Countries extends CountriesContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class Docs extends DocsContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class Export extends ExportContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class Imports extends ImportContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class LargeExport extends LargeExportContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start("CITY_SEED", "cities15000");
        }
    }

    @Nested
    class Limits extends LimitsContract {
        @Override
        protected RunningRegister start(int anonymous, int signedIn, int signIn) {
            return HttpContracts.this.start(
                    "RATE_LIMIT",
                    "on",
                    "RATE_LIMIT_ANONYMOUS",
                    Integer.toString(anonymous),
                    "RATE_LIMIT_SIGNED_IN",
                    Integer.toString(signedIn),
                    "RATE_LIMIT_SIGN_IN",
                    Integer.toString(signIn));
        }
    }

    @Nested
    class Listing extends ListingContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class Search extends SearchContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class Me extends MeContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class Preferences extends PreferencesContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class Problems extends ProblemsContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer", "Bearer ", "bearer"})
        void credentialsThatNobodyCanReadAreABadRequest(String proof) {
            assertUnreadable("Authorization: " + proof);
            assertUnreadable(Client.EDITOR, Client.VIEWER);
        }

        private void assertUnreadable(String... headers) {
            HttpResponse<String> refused = app.get("/api/v2/cities", headers);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("/problems/invalid-request", "Send one access token in one header");
            assertThat(Client.header(refused, "WWW-Authenticate")).startsWith("Bearer error=\"invalid_request\"");
            assertThat(app.get("/api/v1/cities", headers).body()).startsWith("{\"error\":\"Send one access token");
        }
    }

    @Nested
    class Reading extends ReadingContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class RefusalOrder extends RefusalOrderContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class Metrics extends MetricsContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class TokenRefusals extends TokenRefusalsContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class Tokens extends TokensContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class UserRefusals extends UserRefusalsContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class Users extends UsersContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class VersionOne extends VersionOneContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class VersionOneRefusals extends VersionOneRefusalsContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class Walk extends WalkContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class WhoMayWhat extends WhoMayWhatContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class Writing extends WritingContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class PathTricks extends PathTricksContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }

    @Nested
    class SecurityHeaders extends SecurityHeadersContract {
        @Override
        protected RunningRegister start() {
            return HttpContracts.this.start();
        }
    }
}
