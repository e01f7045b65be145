CREATE INDEX sign_in_attempt_by_browser ON sign_in_attempt (browser, started_at);
