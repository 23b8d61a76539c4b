/**
 * Figures about the running process, for Prometheus. It knows no feature and nothing that anybody
 * typed: labels come from fixed lists. Start reading at {@link dev.groundswell.metrics.Metrics}.
 */
@NullMarked
package dev.groundswell.metrics;

import org.jspecify.annotations.NullMarked;
