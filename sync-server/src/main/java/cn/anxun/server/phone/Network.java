package cn.anxun.server.phone;

import cn.anxun.core.sync.RemoteAnswer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries one request to a server and brings what comes back. Never throws for what networks do.
 */
public interface Network {
  Result send(Request request);

  /**
   * A request.
   *
   * @param path with its query, from {@code /}
   * @param body to be posted; null to get
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Request(String path, Map<String, String> headers, byte @Nullable [] body) {}

  /** What came of it. */
  sealed interface Result {

    /**
     * A reply, whoever gave it.
     *
     * @param contentType "" where there is none
     * @param retryAfter the header of this name
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Reply(int status, String contentType, Optional<String> retryAfter, byte[] body)
        implements Result {}

    /** No whole reply. */
    record Failed(RemoteAnswer.Reason reason) implements Result {}
  }
}
