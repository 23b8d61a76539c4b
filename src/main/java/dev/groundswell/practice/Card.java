package dev.groundswell.practice;

import dev.groundswell.initiative.Initiative;
import dev.groundswell.practice.checkin.Demand;
import dev.groundswell.practice.checkin.Start;
import dev.groundswell.practice.readiness.Assessment;
import dev.groundswell.practice.readiness.Trajectory;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is shown of a practice.
 *
 * @param named by other instruments, the earliest first
 * @param demands what takes its attention, now or later
 * @param touches the latest contacts, the latest first
 * @param moves between stages, the earliest first
 * @param people through whom things move there, and those who left
 * @param lifted the latest wish to be left alone that is over, or null
 * @param start when work could begin, or null where there is nothing to propose
 * @param today where the initiative is
 */
public record Card(
    Practice practice,
    Engagement engagement,
    Initiative initiative,
    Trajectory trajectory,
    List<Assessment> named,
    List<Demand> demands,
    List<Touch> touches,
    List<StageMove> moves,
    List<ContactPerson> people,
    @Nullable Lifted lifted,
    @Nullable Start start,
    LocalDate today) {
  public Card {
    named = List.copyOf(named);
    demands = List.copyOf(demands);
    touches = List.copyOf(touches);
    moves = List.copyOf(moves);
    people = List.copyOf(people);
  }
}
