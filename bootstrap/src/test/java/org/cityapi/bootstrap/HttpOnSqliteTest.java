package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.cityapi.web.BadInputContract;
import org.cityapi.web.Client;
import org.cityapi.web.CountriesContract;
import org.cityapi.web.DocsContract;
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
import org.cityapi.web.WalkContract;
import org.cityapi.web.WhoMayWhatContract;
import org.cityapi.web.WritingContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole register on SQLite does over HTTP what the web module alone does over memory. */
class HttpOnSqliteTest {

    @TempDir
    static Path folder;

    @Nested
    class BadInput extends BadInputContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Countries extends CountriesContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Docs extends DocsContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Limits extends LimitsContract {
        @Override
        protected RunningRegister start(int anonymous, int signedIn, int signIn) {
            return new OnSqlite(
                    folder,
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
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Search extends SearchContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Me extends MeContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Preferences extends PreferencesContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Problems extends ProblemsContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
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
            return new OnSqlite(folder);
        }
    }

    @Nested
    class RefusalOrder extends RefusalOrderContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Metrics extends MetricsContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class TokenRefusals extends TokenRefusalsContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Tokens extends TokensContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class UserRefusals extends UserRefusalsContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Users extends UsersContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class VersionOne extends VersionOneContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Walk extends WalkContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class WhoMayWhat extends WhoMayWhatContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Writing extends WritingContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class PathTricks extends PathTricksContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class SecurityHeaders extends SecurityHeadersContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }
}
