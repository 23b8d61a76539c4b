package dev.groundswell.sandbox.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {
  @Test
  void the_story_of_the_house_has_what_one_needs_to_try() {
    Story story = Story.ofTheHouse();
    assertThat(story.people()).filteredOn(Person::playable).hasSizeBetween(4, 8);
    assertThat(story.people()).filteredOn(Person::deactivated).hasSize(1);
    assertThat(story.people()).filteredOn(Person::bot).hasSize(1);
    assertThat(story.cards()).hasSize(4);
    assertThat(story.channels())
        .extracting(Story.Channel::name)
        .contains("diabetes-outreach", "general");
  }

  @Test
  void nothing_in_the_story_happens_in_the_future() {
    Instant early = Instant.parse("2026-11-22T01:00:00Z");
    SandboxClock clock = new SandboxClock(Clock.fixed(early, ZoneOffset.UTC));
    Workspace workspace = new Workspace(Story.ofTheHouse(), clock, new Changes());
    for (Conversation channel : workspace.channels()) {
      List<Message> messages = channel.all();
      assertThat(messages)
          .allMatch(each -> Long.parseLong(each.ts().split("\\.")[0]) < early.getEpochSecond());
    }
  }

  @Test
  void no_two_messages_share_a_moment() {
    SandboxClock clock =
        new SandboxClock(Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneOffset.UTC));
    Workspace workspace = new Workspace(Story.ofTheHouse(), clock, new Changes());
    String first = workspace.nextTs();
    String second = workspace.nextTs();
    assertThat(first).isEqualTo("1795309200.000000");
    assertThat(second).isEqualTo("1795309200.000001");
  }

  @Test
  void a_story_that_names_a_stranger_is_refused() {
    String yaml =
        """
        workspace: {id: T1, name: W, domain: w}
        app: {user: U0BOT, bot: B1, id: A1}
        people: [{id: U0BOT, handle: bot, name: Bot, title: "", zone: UTC, bot: true}]
        channels: [{id: C01, name: one, topic: t, members: [ghost]}]
        """;
    assertThatThrownBy(
            () -> Story.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
        .hasMessage("nobody in the story is ghost");
  }
}
