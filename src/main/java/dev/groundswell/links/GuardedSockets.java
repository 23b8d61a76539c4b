package dev.groundswell.links;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Sockets that look at the very address they are about to connect to. Whatever a name resolved to
 * before, and whether there was a name at all, nothing gets past this.
 */
final class GuardedSockets extends SocketFactory {
  private final Predicate<InetAddress> allowed;

  GuardedSockets(Predicate<InetAddress> allowed) {
    this.allowed = allowed;
  }

  @Override
  public Socket createSocket() {
    return new Guarded();
  }

  private final class Guarded extends Socket {
    @Override
    public void connect(SocketAddress to) throws IOException {
      connect(to, 0);
    }

    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
      if (!(to instanceof InetSocketAddress web)
          || web.isUnresolved()
          || !allowed.test(web.getAddress())) {
        throw new NotPublic();
      }
      super.connect(to, timeout);
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("connects only when asked to");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    return createSocket(host.getHostAddress(), port);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
    return createSocket(address, port);
  }
}
