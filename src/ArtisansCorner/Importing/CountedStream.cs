using System.Security.Cryptography;

namespace ArtisansCorner.Importing;

/// <summary>Counts and hashes what flows through, and ends the flow where it is too much.</summary>
internal sealed class CountedStream(Stream inner, long largest) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long count;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position { get => count; set => throw new NotSupportedException(); }

    /// <summary>SHA-256 of what flowed through.</summary>
    public byte[] Hash() => hash.GetHashAndReset();

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await inner.ReadAsync(buffer, cancellationToken), buffer.Span);

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count), buffer.AsSpan(offset));

    /// <inheritdoc />
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) hash.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int read, ReadOnlySpan<byte> buffer)
    {
        if ((count += read) > largest) throw new FileTooLargeException();
        hash.AppendData(buffer[..read]);
        return read;
    }
}

/// <summary>Says that more flowed through than may.</summary>
internal sealed class FileTooLargeException : IOException;
