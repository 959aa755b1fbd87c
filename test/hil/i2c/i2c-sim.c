/*
 * /dev/i2c-N for a process that has this library preloaded (LD_PRELOAD), so that the package i2c-bus can be tested whole.
 *
 * Opening /dev/i2c-N gives a connection to the UNIX socket $USPI_I2C_SIM/i2c-N, where chips.ts's models are served. What
 * is read, written and asked for by SMBus goes there as one transfer, as the kernel's i2c-dev makes one of it
 * (Documentation/i2c/dev-interface.rst, i2c_smbus_xfer_emulated). Everything else reaches the C library untouched.
 *
 * A transfer: struct request and the bytes to write; its answer: an errno of 16 bits and, when that is 0, what was read.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/i2c-dev.h>
#include <linux/i2c.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define FILES_MAX 1024
#define TRANSFER_BYTES_MAX 8192 /* as in i2c-dev */

struct request {
  uint16_t address;
  uint16_t write_length;
  uint16_t read_length;
};

/* By file descriptor. Two threads may use one; its bus carries one transfer at a time. */
static struct {
  int is_bus;
  uint16_t address;
  pthread_mutex_t lock;
} files[FILES_MAX];

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int is_bus(int fd) { return fd >= 0 && fd < FILES_MAX && files[fd].is_bus; }

static int whole(int fd, void *bytes, size_t length) {
  return length == 0 || recv(fd, bytes, length, MSG_WAITALL) == (ssize_t)length;
}

static int exchange(int fd, const void *to, uint16_t to_length, void *from, uint16_t from_length) {
  struct request request = {files[fd].address, to_length, from_length};
  uint8_t message[sizeof request + TRANSFER_BYTES_MAX];
  uint16_t error;
  memcpy(message, &request, sizeof request);
  memcpy(message + sizeof request, to, to_length);
  size_t length = sizeof request + to_length;
  if (send(fd, message, length, MSG_NOSIGNAL) != (ssize_t)length || !whole(fd, &error, sizeof error)) return ENODEV;
  return error ? error : whole(fd, from, from_length) ? 0 : ENODEV;
}

/* 0, or -1 and errno, like a system call. */
static int transfer(int fd, const void *to, size_t to_length, void *from, size_t from_length) {
  if (to_length > TRANSFER_BYTES_MAX || from_length > TRANSFER_BYTES_MAX) return errno = EINVAL, -1;
  pthread_mutex_lock(&files[fd].lock);
  int error = exchange(fd, to, to_length, from, from_length);
  pthread_mutex_unlock(&files[fd].lock);
  return error ? (errno = error, -1) : 0;
}

static int smbus(int fd, struct i2c_smbus_ioctl_data *ask) {
  int is_read = ask->read_write == I2C_SMBUS_READ;
  uint8_t out[2 + I2C_SMBUS_BLOCK_MAX] = {ask->command}, in[I2C_SMBUS_BLOCK_MAX];
  uint8_t length = ask->data && ask->size == I2C_SMBUS_I2C_BLOCK_DATA ? ask->data->block[0] : 0;
  switch (ask->size) {
    case I2C_SMBUS_QUICK:
      return transfer(fd, out, 0, in, 0);
    case I2C_SMBUS_BYTE:
      return is_read ? transfer(fd, out, 0, &ask->data->byte, 1) : transfer(fd, out, 1, in, 0);
    case I2C_SMBUS_BYTE_DATA:
      if (is_read) return transfer(fd, out, 1, &ask->data->byte, 1);
      out[1] = ask->data->byte;
      return transfer(fd, out, 2, in, 0);
    case I2C_SMBUS_WORD_DATA:
      if (is_read && transfer(fd, out, 1, in, 2)) return -1;
      if (is_read) return ask->data->word = in[0] | in[1] << 8, 0;
      out[1] = ask->data->word, out[2] = ask->data->word >> 8;
      return transfer(fd, out, 3, in, 0);
    case I2C_SMBUS_I2C_BLOCK_DATA:
      if (length > I2C_SMBUS_BLOCK_MAX) return errno = EINVAL, -1;
      if (is_read) return transfer(fd, out, 1, ask->data->block + 1, length);
      memcpy(out + 1, ask->data->block + 1, length);
      return transfer(fd, out, 1 + length, in, 0);
    default:
      return errno = EOPNOTSUPP, -1;
  }
}

static int open_bus(const char *path) {
  struct sockaddr_un name = {.sun_family = AF_UNIX};
  snprintf(name.sun_path, sizeof name.sun_path, "%s/%s", getenv("USPI_I2C_SIM"), path + strlen("/dev/"));
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -1;
  if (fd >= FILES_MAX || connect(fd, (struct sockaddr *)&name, sizeof name)) {
    REAL(close)(fd);
    return errno = ENOENT, -1;
  }
  files[fd].is_bus = 1;
  pthread_mutex_init(&files[fd].lock, NULL);
  return fd;
}

#define OPEN(name)                                                                    \
  int name(const char *path, int flags, ...) {                                        \
    va_list rest;                                                                     \
    va_start(rest, flags);                                                            \
    mode_t mode = va_arg(rest, mode_t);                                               \
    va_end(rest);                                                                     \
    if (strncmp(path, "/dev/i2c-", strlen("/dev/i2c-")) == 0) return open_bus(path);  \
    return REAL(name)(path, flags, mode);                                             \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  if (is_bus(fd)) files[fd].is_bus = 0;
  return REAL(close)(fd);
}

int ioctl(int fd, unsigned long request, ...) {
  va_list rest;
  va_start(rest, request);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  if (!is_bus(fd)) return REAL(ioctl)(fd, request, argument);
  switch (request) {
    case I2C_FUNCS:
      *(unsigned long *)argument = I2C_FUNC_SMBUS_EMUL | (getenv("USPI_I2C_SIM_SMBUS_ONLY") ? 0 : I2C_FUNC_I2C);
      return 0;
    case I2C_SLAVE:
    case I2C_SLAVE_FORCE:
      files[fd].address = (uint16_t)(uintptr_t)argument;
      return 0;
    case I2C_SMBUS:
      return smbus(fd, argument);
    default:
      return errno = ENOTTY, -1;
  }
}

/* i2c-dev has no place in a file: the four ways of reading and writing are two. */
#define READ(name, PARAMETERS, ...)                                                             \
  ssize_t name PARAMETERS {                                                                     \
    if (!is_bus(fd)) return REAL(name)(__VA_ARGS__);                                            \
    return transfer(fd, "", 0, bytes, length) ? -1 : (ssize_t)length;                         \
  }
#define WRITE(name, PARAMETERS, ...)                                                            \
  ssize_t name PARAMETERS {                                                                     \
    if (!is_bus(fd)) return REAL(name)(__VA_ARGS__);                                            \
    return transfer(fd, bytes, length, NULL, 0) ? -1 : (ssize_t)length;                         \
  }
READ(read, (int fd, void *bytes, size_t length), fd, bytes, length)
READ(pread, (int fd, void *bytes, size_t length, off_t at), fd, bytes, length, at)
READ(pread64, (int fd, void *bytes, size_t length, off64_t at), fd, bytes, length, at)
WRITE(write, (int fd, const void *bytes, size_t length), fd, bytes, length)
WRITE(pwrite, (int fd, const void *bytes, size_t length, off_t at), fd, bytes, length, at)
WRITE(pwrite64, (int fd, const void *bytes, size_t length, off64_t at), fd, bytes, length, at)
