package dev.groundswell.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.model.User;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Directory;
import dev.groundswell.people.Person;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Slack who somebody is, by users.info. */
public final class SlackDirectory implements Directory {
  private static final Logger LOG = LoggerFactory.getLogger(SlackDirectory.class);

  private final SlackClients clients;

  public SlackDirectory(SlackClients clients) {
    this.clients = clients;
  }

  @Override
  public Optional<Person> find(WorkspaceId workspace, UserId user) {
    return ask(user).map(SlackDirectory::person);
  }

  @Override
  public boolean isAdmin(WorkspaceId workspace, UserId user) {
    return ask(user).map(it -> it.isAdmin() || it.isOwner()).orElse(false);
  }

  private Optional<User> ask(UserId user) {
    try {
      var answer = clients.quick().usersInfo(request -> request.user(user.value()));
      if (answer.isOk()) {
        return Optional.of(answer.getUser());
      }
      LOG.warn("users.info answered {}", answer.getError());
    } catch (IOException | SlackApiException e) {
      LOG.warn("Slack could not be asked who {} is: {}", user, e.getClass().getSimpleName());
    }
    return Optional.empty();
  }

  /** A user of Slack's as a person of ours. */
  static Person person(User user) {
    boolean reachable = !user.isDeleted() && !user.isBot() && !user.isStranger();
    boolean guest = user.isRestricted() || user.isUltraRestricted();
    return new Person(new UserId(user.getId()), name(user), zone(user.getTz()), reachable, guest);
  }

  private static String name(User user) {
    String name = user.getRealName();
    return name == null || name.isBlank() ? user.getName() : name;
  }

  private static ZoneId zone(@Nullable String zone) {
    try {
      return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
