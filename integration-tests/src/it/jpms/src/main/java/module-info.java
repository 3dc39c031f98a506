module org.example.net {
  requires dev.fanwise.runtime;
}
