#include <fcntl.h>
#include <microhttpd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Swift cannot call the variadic originals of these. */

/// The socket of a connection, or -1.
static inline int sathach_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *facts = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return facts == NULL ? -1 : facts->connect_fd;
}

/// The address of the other side; belongs to the connection, NULL where unknown.
static inline const struct sockaddr *sathach_peer(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *facts = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return facts == NULL ? NULL : facts->client_addr;
}

/// What the connection callback left for this socket.
static inline void *sathach_socket_context(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *facts = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return facts == NULL ? NULL : facts->socket_context;
}

/// Bytes from the method to the empty line that ends the head, both counted; 0 before the head is complete.
static inline size_t sathach_head_size(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *facts = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return facts == NULL ? 0 : facts->header_size;
}

/// accept4(2), which the headers hide without _GNU_SOURCE: a socket no child process inherits, not even for a moment.
static inline int sathach_accept(int listening, struct sockaddr *peer, socklen_t *size) {
  return (int)syscall(SYS_accept4, listening, peer, size, SOCK_CLOEXEC | SOCK_NONBLOCK);
}
