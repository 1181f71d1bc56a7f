package app.satchel.http;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How waiting between two tries works; replaced as a whole in tests.
 *
 * @param retries when to try again
 * @param sleeper how to wait
 * @param clock what time it is
 * @param random the jitter
 */
record Patience(
    RetryPolicy retries, Sleeper sleeper, InstantSource clock, RandomGenerator random) {}
