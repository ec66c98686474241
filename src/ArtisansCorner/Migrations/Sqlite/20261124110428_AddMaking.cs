using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddMaking : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Variants_ShopId_SkuKey",
                table: "Variants");

            migrationBuilder.AddColumn<long>(
                name: "PurchaseGrains",
                table: "Variants",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PurchaseUnit",
                table: "Variants",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                table: "Variants",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsMaterial",
                table: "Products",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "MakingRates",
                columns: table => new
                {
                    ShopId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LaborPerHour = table.Column<long>(type: "INTEGER", nullable: false),
                    OverheadPerHour = table.Column<long>(type: "INTEGER", nullable: false),
                    LaborIsValued = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MakingRates", x => x.ShopId);
                });

            migrationBuilder.CreateTable(
                name: "Recipes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ShopId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VariantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    PutAwayAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recipes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recipes_Variants_VariantId",
                        column: x => x.VariantId,
                        principalTable: "Variants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecipeVersions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ShopId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RecipeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Yield = table.Column<long>(type: "INTEGER", nullable: false),
                    LaborMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SavedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SavedThrough = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecipeVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecipeVersions_Recipes_RecipeId",
                        column: x => x.RecipeId,
                        principalTable: "Recipes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Batches",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ShopId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RecipeVersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VariantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Wasted = table.Column<long>(type: "INTEGER", nullable: false),
                    LaborMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    MaterialCost = table.Column<long>(type: "INTEGER", nullable: false),
                    LaborCost = table.Column<long>(type: "INTEGER", nullable: false),
                    OverheadCost = table.Column<long>(type: "INTEGER", nullable: false),
                    LaborIsValued = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RecordedThrough = table.Column<int>(type: "INTEGER", nullable: false),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Batches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Batches_RecipeVersions_RecipeVersionId",
                        column: x => x.RecipeVersionId,
                        principalTable: "RecipeVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Batches_Variants_VariantId",
                        column: x => x.VariantId,
                        principalTable: "Variants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecipeLines",
                columns: table => new
                {
                    RecipeVersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    ShopId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VariantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecipeLines", x => new { x.RecipeVersionId, x.Place });
                    table.ForeignKey(
                        name: "FK_RecipeLines_RecipeVersions_RecipeVersionId",
                        column: x => x.RecipeVersionId,
                        principalTable: "RecipeVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RecipeLines_Variants_VariantId",
                        column: x => x.VariantId,
                        principalTable: "Variants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Variants_MaterialSku",
                table: "Variants",
                columns: new[] { "ShopId", "SkuKey" },
                unique: true,
                filter: "\"Unit\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Variants_Sku",
                table: "Variants",
                columns: new[] { "ShopId", "SkuKey" },
                unique: true,
                filter: "\"Unit\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Batches_RecipeVersionId",
                table: "Batches",
                column: "RecipeVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Batches_ShopId_At",
                table: "Batches",
                columns: new[] { "ShopId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Batches_VariantId_At",
                table: "Batches",
                columns: new[] { "VariantId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_RecipeLines_ShopId_VariantId",
                table: "RecipeLines",
                columns: new[] { "ShopId", "VariantId" });

            migrationBuilder.CreateIndex(
                name: "IX_RecipeLines_VariantId",
                table: "RecipeLines",
                column: "VariantId");

            migrationBuilder.CreateIndex(
                name: "IX_Recipes_ShopId_VariantId",
                table: "Recipes",
                columns: new[] { "ShopId", "VariantId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recipes_VariantId",
                table: "Recipes",
                column: "VariantId");

            migrationBuilder.CreateIndex(
                name: "IX_RecipeVersions_RecipeId_Number",
                table: "RecipeVersions",
                columns: new[] { "RecipeId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Batches");

            migrationBuilder.DropTable(
                name: "MakingRates");

            migrationBuilder.DropTable(
                name: "RecipeLines");

            migrationBuilder.DropTable(
                name: "RecipeVersions");

            migrationBuilder.DropTable(
                name: "Recipes");

            migrationBuilder.DropIndex(
                name: "IX_Variants_MaterialSku",
                table: "Variants");

            migrationBuilder.DropIndex(
                name: "IX_Variants_Sku",
                table: "Variants");

            migrationBuilder.DropColumn(
                name: "PurchaseGrains",
                table: "Variants");

            migrationBuilder.DropColumn(
                name: "PurchaseUnit",
                table: "Variants");

            migrationBuilder.DropColumn(
                name: "Unit",
                table: "Variants");

            migrationBuilder.DropColumn(
                name: "IsMaterial",
                table: "Products");

            migrationBuilder.CreateIndex(
                name: "IX_Variants_ShopId_SkuKey",
                table: "Variants",
                columns: new[] { "ShopId", "SkuKey" },
                unique: true);
        }
    }
}
