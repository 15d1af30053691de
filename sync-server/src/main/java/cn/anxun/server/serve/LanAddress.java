package cn.anxun.server.serve;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.Optional;

/** The address by which the machines of a local network know this one. */
final class LanAddress {
  private LanAddress() {}

  /** The first IPv4 address of a network that is up; private ones before others. */
  static Optional<String> find() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(LanAddress::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
          .sorted(Comparator.comparing((InetAddress address) -> !address.isSiteLocalAddress()))
          .map(InetAddress::getHostAddress)
          .findFirst();
    } catch (SocketException e) {
      return Optional.empty();
    }
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp() && !network.isLoopback() && !network.isVirtual();
    } catch (SocketException e) {
      return false;
    }
  }
}
