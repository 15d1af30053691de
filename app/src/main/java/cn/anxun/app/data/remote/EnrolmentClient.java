package cn.anxun.app.data.remote;

import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import java.time.Clock;

/** Where this phone gives its one-time code and becomes a device. */
public final class EnrolmentClient {
  /**
   * The server gives the same code and device the same answer for ten minutes, so a lost one is
   * asked for again.
   */
  private static final int ATTEMPTS = 3;

  private final Clock clock;
  private final ServerTime heard;
  private final ServerConnection.Patience patience;

  public EnrolmentClient(Clock clock, ServerTime heard) {
    this(clock, heard, ServerConnection.Patience.USUAL);
  }

  EnrolmentClient(Clock clock, ServerTime heard, ServerConnection.Patience patience) {
    this.clock = clock;
    this.heard = heard;
    this.patience = patience;
  }

  /** Asks the server; blocks as long as the network does. */
  public RemoteAnswer<Enrolment> enrol(ServerAddress address, EnrolmentRequest request) {
    ServerConnection server = new ServerConnection(address, patience, clock, heard);
    RemoteAnswer<Enrolment> answer = ask(server, request);
    for (int i = 1; i < ATTEMPTS && isLost(answer); i++) {
      answer = ask(server, request);
    }
    return answer;
  }

  private static RemoteAnswer<Enrolment> ask(ServerConnection server, EnrolmentRequest request) {
    return server.ask((api, departure) -> api.enrol(request, departure), EnrolmentJson::readReply);
  }

  private static boolean isLost(RemoteAnswer<Enrolment> answer) {
    if (answer instanceof RemoteAnswer.Offline<Enrolment> offline) {
      return offline.reason().mayHaveArrived();
    }
    return answer instanceof RemoteAnswer.Refused<Enrolment> refused
        && refused.problem().status() == 500;
  }
}
