namespace ArtisansCorner.Importing;

/// <summary>
/// Keeps what was read last for a few minutes: who says yes to a preview need not wait until the file is read again.
/// Only a convenience: after a restart, on another server or later, the file is read again to the same draft.
/// </summary>
internal sealed class LastRead(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Lock guard = new();
    private (Guid ImportId, FileRead Read)? kept;
    private ITimer? end;

    /// <summary>Keeps it, in the place of what was read before.</summary>
    public void Keep(Guid importId, FileRead read)
    {
        lock (guard)
        {
            kept = (importId, read);
            end?.Dispose();
            end = time.CreateTimer(_ => Forget(importId), null, Patience, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>What was read of this import, once.</summary>
    public FileRead? Take(Guid importId)
    {
        lock (guard)
        {
            if (kept is not { } last || last.ImportId != importId) return null;
            kept = null;
            return last.Read;
        }
    }

    /// <summary>Forgets what was read of this import.</summary>
    public void Forget(Guid importId) => Take(importId);

    /// <inheritdoc />
    public void Dispose() => end?.Dispose();
}
