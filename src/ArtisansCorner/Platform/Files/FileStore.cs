namespace ArtisansCorner.Platform.Files;

/// <summary>Files that people gave us, in the data folder, each shop's in a folder of its own.</summary>
/// <param name="folder">The folder that holds them all.</param>
public sealed class FileStore(string folder)
{
    /// <summary>Keeps a file under this id; it stands whole or not at all. Tells its length in bytes.</summary>
    public async Task<long> SaveAsync(Guid shopId, Guid id, Stream content, CancellationToken cancel)
    {
        var path = PathOf(shopId, id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".part";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            {
                await content.CopyToAsync(file, cancel);
                await file.FlushAsync(cancel);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
            return new FileInfo(path).Length;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Opens a kept file for reading from its start.</summary>
    public Stream Open(Guid shopId, Guid id) =>
        new FileStream(PathOf(shopId, id), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan | FileOptions.Asynchronous);

    /// <summary>Creates or replaces a file under this id, for writing.</summary>
    public Stream Create(Guid shopId, Guid id)
    {
        var path = PathOf(shopId, id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16, useAsync: true);
    }

    /// <summary>Whether a file is kept under this id.</summary>
    public bool Exists(Guid shopId, Guid id) => File.Exists(PathOf(shopId, id));

    /// <summary>Where the file lies.</summary>
    public string PathOf(Guid shopId, Guid id) => Path.Combine(folder, shopId.ToString("N"), id.ToString("N"));

    /// <summary>Removes all files of a shop.</summary>
    public void DeleteAll(Guid shopId)
    {
        var mine = Path.Combine(folder, shopId.ToString("N"));
        if (Directory.Exists(mine)) Directory.Delete(mine, recursive: true);
    }

    /// <summary>Removes a file; one that is not there is no mistake.</summary>
    public void Delete(Guid shopId, Guid id)
    {
        if (Exists(shopId, id)) File.Delete(PathOf(shopId, id));
    }
}
