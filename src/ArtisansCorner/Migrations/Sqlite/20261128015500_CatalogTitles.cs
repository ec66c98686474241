using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CatalogTitles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "MatchedById",
                table: "SaleLines",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "MatchedById",
                table: "RefundLines",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProductAliases",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ShopId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ChannelId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    TitleKey = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    VariantId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ImportId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductAliases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProductAliases_Channels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "Channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ProductAliases_Variants_VariantId",
                        column: x => x.VariantId,
                        principalTable: "Variants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SaleLines_MatchedById",
                table: "SaleLines",
                column: "MatchedById",
                filter: "\"MatchedById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RefundLines_MatchedById",
                table: "RefundLines",
                column: "MatchedById",
                filter: "\"MatchedById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_AnyChannel",
                table: "ProductAliases",
                columns: new[] { "ShopId", "TitleKey" },
                unique: true,
                filter: "\"ChannelId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_Channel",
                table: "ProductAliases",
                columns: new[] { "ShopId", "TitleKey", "ChannelId" },
                unique: true,
                filter: "\"ChannelId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_ChannelId",
                table: "ProductAliases",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_ShopId_CreatedAt",
                table: "ProductAliases",
                columns: new[] { "ShopId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_VariantId",
                table: "ProductAliases",
                column: "VariantId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProductAliases");

            migrationBuilder.DropIndex(
                name: "IX_SaleLines_MatchedById",
                table: "SaleLines");

            migrationBuilder.DropIndex(
                name: "IX_RefundLines_MatchedById",
                table: "RefundLines");

            migrationBuilder.DropColumn(
                name: "MatchedById",
                table: "SaleLines");

            migrationBuilder.DropColumn(
                name: "MatchedById",
                table: "RefundLines");
        }
    }
}
