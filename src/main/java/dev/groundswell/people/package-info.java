/**
 * Who somebody is as far as sending them a message needs it: name, zone, and whether they can be
 * reached. It knows no feature; Slack's answers come in through {@link
 * dev.groundswell.people.Directory}. Start reading at {@link dev.groundswell.people.People}.
 */
@NullMarked
package dev.groundswell.people;

import org.jspecify.annotations.NullMarked;
