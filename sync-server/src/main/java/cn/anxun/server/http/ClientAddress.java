package cn.anxun.server.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a request comes from, for limits on guessing. */
@FunctionalInterface
public interface ClientAddress {

  String of(Context context);

  /** The other end of the connection. */
  static ClientAddress direct() {
    return context -> network(context.ip()).orElse(context.ip());
  }

  /**
   * What our reverse proxy says it is: the last of X-Forwarded-For, since the proxy appends it,
   * some in a header of its own behind those that came; the rest anybody can write. Where that is
   * no address, the proxy's own.
   */
  static ClientAddress behindProxy() {
    return context -> {
      List<String> headers = Collections.list(context.req().getHeaders("X-Forwarded-For"));
      String last = headers.isEmpty() ? "" : headers.get(headers.size() - 1);
      return network(last.substring(last.lastIndexOf(',') + 1)).orElse(context.ip());
    };
  }

  /**
   * An address as it is counted: whoever has an address of IPv6 has all 2^64 of its network.
   *
   * @return empty for what is no address
   */
  static Optional<String> network(String written) {
    String address = written.strip().toLowerCase(Locale.ROOT);
    if (Form.V4.matcher(address).matches()) {
      return Optional.of(address.replaceFirst(":\\d+$", ""));
    }
    address = address.replaceFirst("^\\[([^]]*)](:\\d+)?$", "$1");
    if (!Form.V6.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      InetAddress parsed = InetAddress.getByName(address.replaceFirst("%.*", ""));
      if (!(parsed instanceof Inet6Address)) {
        return Optional.of(parsed.getHostAddress());
      }
      byte[] bytes = parsed.getAddress();
      StringBuilder network = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        network.append(String.format(Locale.ROOT, "%02x", bytes[i]));
      }
      return Optional.of(network + "/64");
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** How addresses are written: so that no name is ever looked up. */
  final class Form {
    private static final Pattern V4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}(:\\d{1,5})?");
    private static final Pattern V6 =
        Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]{1,40}(%[\\w.-]{1,16})?");

    private Form() {}
  }
}
