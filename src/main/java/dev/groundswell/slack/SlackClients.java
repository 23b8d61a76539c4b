package dev.groundswell.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.audit.AuditConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.MethodsConfig;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.rate_limits.metrics.MetricsDatastore;
import com.slack.api.scim.SCIMConfig;
import com.slack.api.scim2.SCIM2Config;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Web API, in three tempers: one for while a person waits, one for what has to leave time for a
 * second call while they wait, one for what is delivered. None repeats a call by itself, since a
 * message would be posted twice.
 */
public final class SlackClients implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackClients.class);

  /** Slack gives a command three seconds in all. */
  private static final Duration WHILE_A_PERSON_WAITS = Duration.ofMillis(2200);

  /** A form has to open within three seconds of the click, and opening it is a call of its own. */
  private static final Duration BEFORE_A_FORM = Duration.ofMillis(700);

  /** Delivery takes two calls, and has to be over when a look-back begins. */
  private static final Duration FOR_DELIVERY = Duration.ofSeconds(12);

  /** Calls are made on the thread that asks for them. */
  private static final ThreadLocal<BooleanSupplier> LAST_QUESTION = new ThreadLocal<>();

  private final OkHttpClient http;
  private final Slack quick;
  private final Slack hasty;
  private final Slack patient;
  private final String token;

  public SlackClients(URI apiUrl, String token) {
    this(apiUrl, token, WHILE_A_PERSON_WAITS, FOR_DELIVERY);
  }

  SlackClients(URI apiUrl, String token, Duration whileAPersonWaits, Duration forDelivery) {
    this.token = token;
    http = new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    quick = slack(apiUrl, http.newBuilder().callTimeout(whileAPersonWaits).build());
    hasty = slack(apiUrl, http.newBuilder().callTimeout(BEFORE_A_FORM).build());
    patient =
        slack(
            apiUrl,
            http.newBuilder()
                .callTimeout(forDelivery)
                .addNetworkInterceptor(SlackClients::unlessTooLate)
                .build());
  }

  /** A call that was to be made only while something still holds, and it does no more. */
  static final class TooLate extends IOException {
    private static final long serialVersionUID = 1L;

    TooLate() {
      super("too much time passed before the call");
    }
  }

  /** A call of Slack's. */
  interface Call<T> {
    T make(MethodsClient slack) throws IOException, SlackApiException;
  }

  /**
   * Makes a call of delivery if the question is answered with yes at the last moment, when the
   * connection is there and all that is left is to write.
   *
   * @throws TooLate if it is answered with no; then nothing was written
   */
  <T> T patientlyIf(BooleanSupplier question, Call<T> call) throws IOException, SlackApiException {
    LAST_QUESTION.set(question);
    try {
      return call.make(patient());
    } finally {
      LAST_QUESTION.remove();
    }
  }

  /**
   * Makes a first call that changes nothing, and whose answer does not matter. What a call needs is
   * then loaded: else the first messages would stand still for that between their last question and
   * the call.
   */
  public void tryOut() {
    try {
      hasty().authTest(request -> request);
    } catch (IOException | SlackApiException | RuntimeException e) {
      LOG.debug("Slack does not answer yet: {}", e.getMessage());
    }
  }

  private static Response unlessTooLate(Interceptor.Chain chain) throws IOException {
    BooleanSupplier question = LAST_QUESTION.get();
    if (question != null && !question.getAsBoolean()) {
      throw new TooLate();
    }
    return chain.proceed(chain.request());
  }

  /**
   * Ends those who clean up the SDK's statistics: they wake twenty times a second, four for each
   * client and eight for the SDK's defaults, even while nothing is kept.
   */
  public static void withoutStatistics(SlackConfig config) {
    config.setStatsEnabled(false);
    statistics(config).forEach(SlackClients::end);
    statistics(SlackConfig.DEFAULT).forEach(SlackClients::end);
    end(MethodsConfig.DEFAULT_SINGLETON.getMetricsDatastore());
    end(AuditConfig.DEFAULT_SINGLETON.getMetricsDatastore());
    end(SCIMConfig.DEFAULT_SINGLETON.getMetricsDatastore());
    end(SCIM2Config.DEFAULT_SINGLETON.getMetricsDatastore());
  }

  private static List<MetricsDatastore> statistics(SlackConfig config) {
    return List.of(
        config.getMethodsConfig().getMetricsDatastore(),
        config.getAuditConfig().getMetricsDatastore(),
        config.getSCIMConfig().getMetricsDatastore(),
        config.getSCIM2Config().getMetricsDatastore());
  }

  private static void end(MetricsDatastore statistics) {
    statistics.setStatsEnabled(false);
    try {
      statistics.close();
    } catch (Exception e) {
      throw new IllegalStateException("the SDK's statistics could not be closed", e);
    }
  }

  private static Slack slack(URI apiUrl, OkHttpClient http) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(apiUrl.toString());
    withoutStatistics(config);
    return Slack.getInstance(config, new SlackHttpClient(http));
  }

  /** For Bolt, which brings the token with each call. */
  Slack slack() {
    return quick;
  }

  MethodsClient quick() {
    return quick.methods(token);
  }

  /** For what is good to know before a form opens. */
  MethodsClient hasty() {
    return hasty.methods(token);
  }

  /** For what is no method of the Web API: the place where a file goes. */
  OkHttpClient http() {
    return http;
  }

  /** For what is no method of the Web API: the place where a file is. */
  String token() {
    return token;
  }

  MethodsClient patient() {
    return patient.methods(token);
  }

  /**
   * Asks for the address of a Socket Mode connection: apps.connections.open.
   *
   * @param appToken the app-level token, {@code xapp-…}
   */
  public AppsConnectionsOpenResponse openConnection(String appToken)
      throws IOException, SlackApiException {
    return patient.methods(appToken).appsConnectionsOpen(request -> request.token(appToken));
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
