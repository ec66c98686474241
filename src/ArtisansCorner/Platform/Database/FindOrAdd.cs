using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Platform.Database;

/// <summary>Adds a row that others may add at the same moment: the unique index decides, and everyone gets the one that won.</summary>
public static class FindOrAdd
{
    /// <summary>What <paramref name="find"/> finds, else what <paramref name="make"/> makes, saved. Call it inside a transaction, before other rows are added.</summary>
    public static async Task<T> FindOrAddAsync<T>(this AppDb db, Func<Task<T?>> find, Func<T> make, CancellationToken cancel)
        where T : class
    {
        if (await find() is { } there) return there;
        var made = make();
        db.Add(made);
        try
        {
            await db.SaveChangesAsync(cancel);
            return made;
        }
        catch (DbUpdateException problem) when (db.Engine.IsDuplicate(problem))
        {
            db.Entry(made).State = EntityState.Detached;
            return await find() ?? throw new InvalidOperationException($"A {typeof(T).Name} came and went at the same moment.", problem);
        }
    }
}
