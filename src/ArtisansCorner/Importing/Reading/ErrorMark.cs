namespace ArtisansCorner.Importing.Reading;

/// <summary>Takes what is written nowhere, and hears whether the XML of a sheet says of a cell that its formula failed: few do, and only those are gone through for it.</summary>
internal sealed class ErrorMark : Stream
{
    private static readonly byte[][] Marks = [[.. " t=\"e\""u8], [.. " t='e'"u8]];
    private byte[] end = [];

    /// <summary>Whether it does.</summary>
    public bool IsThere { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        // It may begin in what was written before.
        Span<byte> seam = [.. end, .. buffer[..Math.Min(buffer.Length, Marks[0].Length)]];
        foreach (var mark in Marks) IsThere |= buffer.IndexOf(mark) >= 0 || seam.IndexOf(mark) >= 0;
        end = [.. (buffer.Length >= Marks[0].Length ? buffer : seam)[^Math.Min(Marks[0].Length - 1, Math.Max(buffer.Length, seam.Length))..]];
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
