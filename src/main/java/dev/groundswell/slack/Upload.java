package dev.groundswell.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import com.slack.api.methods.response.files.FilesInfoResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * A file on its way to a conversation, in Slack's three steps; after the last one Slack still works
 * on it for a while, so it is asked until the file is there.
 */
final class Upload {
  private static final int LOOKS = 10;
  private static final int LONGEST_ALT = 1000;
  private static final long PAUSE_MILLIS = 500;

  private final SlackClients clients;

  Upload(SlackClients clients) {
    this.clients = clients;
  }

  /** What Slack had against it, or empty when it is there. */
  Optional<String> send(String channel, String name, String comment, byte[] bytes)
      throws IOException, SlackApiException {
    MethodsClient slack = clients.patient();
    FilesGetUploadURLExternalResponse place =
        slack.filesGetUploadURLExternal(
            it ->
                it.filename(name)
                    .length(bytes.length)
                    // What is said beside a picture says the same as the picture.
                    .altTxt(name.endsWith(".png") ? alternative(comment) : null));
    if (!place.isOk()) {
      return Optional.of(String.valueOf(place.getError()));
    }
    Request request =
        new Request.Builder()
            .url(place.getUploadUrl())
            .post(RequestBody.create(bytes, MediaType.get("application/octet-stream")))
            .build();
    try (Response answer = clients.http().newCall(request).execute()) {
      if (!answer.isSuccessful()) {
        return Optional.of("the upload answered " + answer.code());
      }
    }
    FileDetails file = FileDetails.builder().id(place.getFileId()).title(name).build();
    FilesCompleteUploadExternalResponse done =
        slack.filesCompleteUploadExternal(
            it -> it.files(List.of(file)).channelId(channel).initialComment(comment));
    return done.isOk()
        ? notReady(slack, place.getFileId())
        : Optional.of(String.valueOf(done.getError()));
  }

  /** The first line, which says what it is, and as many of the newest as there is room for. */
  static String alternative(String comment) {
    if (comment.length() <= LONGEST_ALT) {
      return comment;
    }
    String[] lines = comment.split("\n");
    StringBuilder newest = new StringBuilder();
    for (int i = lines.length - 1; i > 0; i--) {
      if (lines[0].length() + 1 + lines[i].length() + newest.length() + 1 > LONGEST_ALT) {
        break;
      }
      newest.insert(0, "\n" + lines[i]);
    }
    return Blocks.cut(lines[0] + newest, LONGEST_ALT);
  }

  private static Optional<String> notReady(MethodsClient slack, String file)
      throws IOException, SlackApiException {
    String error = "it is not there yet";
    for (int look = 0; look < LOOKS; look++) {
      FilesInfoResponse info = slack.filesInfo(it -> it.file(file));
      boolean there = info.isOk() && info.getFile().getFiletype() != null;
      if (there && !info.getFile().getFiletype().isEmpty()) {
        return Optional.empty();
      }
      error = info.isOk() ? error : String.valueOf(info.getError());
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.of("Groundswell is being stopped");
      }
    }
    return Optional.of(error);
  }
}
