#include <microhttpd.h>

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
