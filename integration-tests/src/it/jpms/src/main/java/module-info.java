module org.example.net {
  requires dev.fanwise.runtime;

  exports org.example.net;
}
