package dev.groundswell.web;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Markup;
import dev.groundswell.Team;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.sponsor.Added;
import dev.groundswell.sponsor.Followed;
import dev.groundswell.sponsor.Sponsor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that links in mails lead to, over real HTTP. */
@Tag("jdk")
public class DigestPagesTest {
  private static final Words WORDS = Words.load(PromptFiles.packaged());

  private final Team team = Team.assembles();
  private final DigestPages pages = new DigestPages(team.subscriptions, WORDS);
  private final WebServer server = new WebServer("127.0.0.1", 0, List.of(pages));
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
    team.close();
  }

  private Sponsor adds(String initiative, String name) {
    team.starts(MAYA, initiative);
    Added added = team.sponsors.add(HERE, MAYA.id(), name, "tom@example.org");
    return ((Added.Done) added).sponsor();
  }

  private String stop(Sponsor sponsor) {
    return team.subscriptions.stopLink(sponsor).getRawPath();
  }

  private HttpResponse<String> asks(String method, String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString(UTF_8));
  }

  @Test
  void opening_shows_a_button_and_only_pressing_it_acts() throws Exception {
    Sponsor tom = adds("Diabetes outreach", "Tom");
    team.confirms(tom);

    HttpResponse<String> page = asks("GET", stop(tom), "");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Diabetes outreach", "<button type=\"submit\">Stop it</button>")
        .contains("<form method=\"post\" action=\"" + stop(tom) + "\">");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(asks("HEAD", stop(tom), "").statusCode()).isEqualTo(200);
    assertThat(team.subscriptions.of(HERE, tom.id()).isConfirmed()).isTrue();

    assertThat(asks("POST", stop(tom), "").body()).contains("It is stopped");
    assertThat(team.subscriptions.of(HERE, tom.id()).hasEnded()).isTrue();
  }

  @Test
  void one_click_of_a_mail_program_unsubscribes_at_once() throws Exception {
    Sponsor tom = adds("Diabetes outreach", "Tom");
    team.confirms(tom);

    HttpResponse<String> answer = asks("POST", stop(tom), "List-Unsubscribe=One-Click");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(team.subscriptions.of(HERE, tom.id()).hasEnded()).isTrue();
  }

  @Test
  void links_that_are_not_good_say_so_and_do_nothing() throws Exception {
    Sponsor tom = adds("Diabetes outreach", "Tom");
    String altered = stop(tom).replaceFirst(".$", "-");

    assertThat(asks("GET", "/digest/", "").statusCode()).isEqualTo(404);
    assertThat(asks("POST", altered, "").statusCode()).isEqualTo(404);
    assertThat(asks("GET", altered, "").body()).contains("This link leads nowhere");
    URI confirm = team.subscriptions.question(HERE, tom.id()).orElseThrow().confirm();
    team.clock.advance(java.time.Duration.ofDays(40));
    HttpResponse<String> late = asks("POST", confirm.getRawPath(), "");
    assertThat(late.statusCode()).isEqualTo(410);
    assertThat(late.body()).contains("This link has run out");
    assertThat(team.subscriptions.of(HERE, tom.id()).isConfirmed()).isFalse();
  }

  @Test
  void other_ways_to_ask_are_refused_and_a_long_body_does_no_harm() throws Exception {
    Sponsor tom = adds("Diabetes outreach", "Tom");

    assertThat(asks("DELETE", stop(tom), "").statusCode()).isEqualTo(405);
    assertThat(asks("POST", stop(tom), "x".repeat(100_000)).statusCode()).isEqualTo(200);
  }

  static List<Followed> everywhereALinkLeads() {
    try (Team team = Team.assembles()) {
      team.starts(MAYA, "<b>Écoute</b> & \"دعم\" " + "Diabetesvorsorgeprogramm");
      Added added =
          team.sponsors.add(
              HERE, MAYA.id(), "<script>alert(1)</script> O'Neil 🌱", "t@example.org");
      Sponsor it = ((Added.Done) added).sponsor();
      String name = team.initiatives.of(HERE, MAYA.id()).get(0).name();
      return List.of(
          new Followed.AskToConfirm(it, name),
          new Followed.Confirmed(it, name),
          new Followed.ConfirmedBefore(it, name),
          new Followed.AskToStop(it, name),
          new Followed.Stopped(it, name, "abc.def"),
          new Followed.StoppedBefore(it, name, "abc.def"),
          new Followed.RunOut(),
          new Followed.Unknown());
    }
  }

  /** Each page, for pictures. */
  public static Stream<Named<String>> looks() {
    try (Team team = Team.assembles()) {
      DigestPages pages = new DigestPages(team.subscriptions, WORDS);
      return everywhereALinkLeads().stream()
          .map(it -> Named.of("page-" + it.getClass().getSimpleName(), pages.html(it, "abc.def")))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("everywhereALinkLeads")
  void every_page_is_valid_html_and_shows_what_people_wrote_as_text(Followed followed)
      throws Exception {
    String html = pages.html(followed, "abc.def");

    assertThat(html).doesNotContain("<script>", "<b>");
    assertThat(Markup.problems(html)).isEmpty();
  }

  @Test
  void there_is_a_page_for_every_way_a_link_can_lead() {
    assertThat(everywhereALinkLeads().stream().map(it -> it.getClass().getName()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Followed.class.getPermittedSubclasses()).map(Class::getName).toList());
  }
}
