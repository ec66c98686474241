using Microsoft.EntityFrameworkCore.Storage;

namespace ArtisansCorner.Platform.Database;

/// <summary>One write: commit it, or everything in it is undone when it is disposed.</summary>
public sealed class WriteTransaction(AppDb db, IDbContextTransaction transaction, IDisposable entry) : IAsyncDisposable
{
    /// <summary>Saves what is tracked, writes the rows that wait, makes everything stand, and only then wakes those who wait for its messages.</summary>
    public async Task CommitAsync(CancellationToken cancel)
    {
        await SaveLastAsync(cancel);
        if (db.CurrentShopId != Guid.Empty) ShopRevision.Count(db);
        await db.Rows.WriteAsync(cancel);
        await transaction.CommitAsync(cancel);
        // At once, not when it is disposed: whoever writes again after a commit must not wait for itself.
        entry.Dispose();
        if (!db.HasNewMessages) return;
        var atOnce = db.ActsByItself || db.HasUrgentMessages;
        db.HasNewMessages = db.HasUrgentMessages = false;
        db.Gate.Wake(db.CurrentShopId, atOnce);
    }

    /// <summary>Saves what nothing goes on after when it fails: no savepoint is made to go back to, two trips to the database less.</summary>
    private async Task SaveLastAsync(CancellationToken cancel)
    {
        try
        {
            db.Database.AutoSavepointsEnabled = false;
            await db.SaveChangesAsync(cancel);
        }
        finally
        {
            db.Database.AutoSavepointsEnabled = true;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        db.Rows.Clear();
        await transaction.DisposeAsync();
        entry.Dispose();
    }
}
