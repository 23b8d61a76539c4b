package dev.groundswell.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** A certificate of our own making, for a server and for those who trust it. */
public record Certificates(KeyStore keys) {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /**
   * Made by the keytool of the JDK that runs the test.
   *
   * @param name of the host, {@code dns:localhost}
   */
  public static Certificates of(Path folder, String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = Files.createTempDirectory(folder, "keys").resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=A mail server",
                "-ext",
                "san=" + name,
                "-startdate",
                "-1d",
                "-validity",
                "5",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + output);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return new Certificates(keys);
  }

  public SSLContext forTheServer() throws GeneralSecurityException {
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  /** What takes this certificate for good, and no other. */
  public X509TrustManager trustManager() throws GeneralSecurityException {
    return (X509TrustManager) trust().getTrustManagers()[0];
  }

  public SSLSocketFactory trusted() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust().getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private TrustManagerFactory trust() throws GeneralSecurityException {
    KeyStore trust = KeyStore.getInstance("PKCS12");
    try {
      trust.load(null, PASSWORD);
    } catch (IOException e) {
      throw new AssertionError("nothing is read", e);
    }
    trust.setCertificateEntry("mail", keys.getCertificate("mail"));
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trust);
    return factory;
  }
}
