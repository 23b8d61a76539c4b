package dev.groundswell.knowledge;

import java.util.List;

/** How a stage of change is called and explained. */
public record StageWording(Stage stage, String label, String means, List<String> alsoCalled)
    implements Term {
  public StageWording {
    alsoCalled = List.copyOf(alsoCalled);
  }

  @Override
  public String id() {
    return stage.id();
  }
}
