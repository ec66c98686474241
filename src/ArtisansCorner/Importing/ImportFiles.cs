using ArtisansCorner.Platform.Files;

namespace ArtisansCorner.Importing;

/// <summary>What an import keeps beside its rows: the upload, the tables that were taken out of it, and the rows that did not go in.</summary>
public sealed class ImportFiles(FileStore files)
{
    /// <summary>Whether the upload is still there.</summary>
    public bool Has(Guid shopId, Guid importId) => files.Exists(shopId, importId);

    /// <summary>Deletes the tables that were taken out of an upload; they are taken out again where they are needed, as when our own archive is taken back.</summary>
    public void ForgetTables(Guid shopId, Guid importId, ImportPlan plan)
    {
        foreach (var part in plan.Parts.Where(part => part.File != importId)) files.Delete(shopId, part.File);
    }

    /// <summary>Deletes the rows that did not go in when a file was read before.</summary>
    public void ForgetRejected(Guid shopId, ImportPlan plan)
    {
        if (plan.RejectedFile is { } rejected) files.Delete(shopId, rejected);
    }

    /// <summary>Deletes all of it, the upload last: who is interrupted finds it and goes on.</summary>
    public void ForgetAll(Guid shopId, Guid importId, ImportPlan plan)
    {
        ForgetTables(shopId, importId, plan);
        ForgetRejected(shopId, plan);
        files.Delete(shopId, importId);
    }
}
