/**
 * The clockwork: Quartz ticks, and each tick runs what is due. It knows nothing of what it runs,
 * and no reminder lives in Quartz (docs/adr/0001). Start reading at {@link
 * dev.groundswell.schedule.Ticker}.
 */
@NullMarked
package dev.groundswell.schedule;

import org.jspecify.annotations.NullMarked;
