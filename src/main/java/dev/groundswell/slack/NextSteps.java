package dev.groundswell.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/** A feature that leaves people something to do, which their Home shows with its buttons. */
public interface NextSteps {
  /**
   * What this person has to do by now, the first due at the top.
   *
   * @param most how many at the most
   */
  List<List<LayoutBlock>> nextSteps(Caller caller, int most);
}
